// An image in somebody's text. Loading it would tell its host who reads and when, so it waits for a click.
import { useTexts } from "../../../texts/page.js";
import { destination } from "./link_target.js";
import { useState } from "react";

const LONGEST_ADDRESS = 200;

export function Picture({ src, alt }) {
  const say = useTexts();
  const [isWanted, setWanted] = useState(false);
  const from = src && destination(src);
  if (!from?.isSecure) return <span>{from ? `${alt ?? ""} (${from.href})` : alt}</span>;
  if (isWanted) return <img src={from.href} alt={alt ?? ""} referrerPolicy="no-referrer" className="picture" />;
  const load = (event) => {
    event.preventDefault(); // it may be inside of a link
    event.stopPropagation();
    setWanted(true);
  };
  return (
    <button type="button" className="picture-button" data-address={from.href} data-name={alt} onClick={load}>
      {say.around(alt ? "picture-load-named" : "picture-load", { name: alt }, { host: <strong>{from.host}</strong> })}
      <span className="address">{shortened(from.href)}</span>
    </button>
  );
}

function shortened(address) {
  return address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address;
}
