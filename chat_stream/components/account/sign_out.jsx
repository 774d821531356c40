import { useTexts } from "../../texts/page.js";
import { request } from "../page/request.js";

/** @param {import("react").ComponentProps<"button">} props */
export function SignOut({ children, ...rest }) {
  const say = useTexts();
  const signOut = async () => {
    await request("DELETE", "/api/session");
    window.location.assign("/sign-in");
  };
  return (
    <button type="button" aria-label={say("side-sign-out")} title={say("side-sign-out")} onClick={signOut} {...rest}>
      {children}
    </button>
  );
}
