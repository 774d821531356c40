import { request } from "./request.js";

export function SignOut({ children, ...rest }) {
  const signOut = async () => {
    await request("DELETE", "/api/session");
    window.location.assign("/sign-in");
  };
  return (
    <button type="button" aria-label="Sign out" title="Sign out" onClick={signOut} {...rest}>
      {children}
    </button>
  );
}
