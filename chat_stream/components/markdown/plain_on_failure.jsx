// Shows a text as it was written if it is nested too deeply to be shown as Markdown.
import { Component } from "react";

export class PlainOnFailure extends Component {
  state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  /** A text that couldn't be shown half written may be fine when it is complete. */
  componentDidUpdate({ isStreaming }) {
    if (this.state.hasFailed && isStreaming !== this.props.isStreaming) this.setState({ hasFailed: false });
  }

  render() {
    return this.state.hasFailed ? <PlainText text={this.props.text} /> : this.props.children;
  }
}

export function PlainText({ text }) {
  return <div className="markdown whitespace-pre-wrap">{text}</div>;
}
