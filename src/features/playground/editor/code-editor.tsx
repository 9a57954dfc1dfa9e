// Exports CodeEditor: CodeMirror for TypeScript. Heavy: the page loads this file when it is opened.
import { indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import { useEffect, useRef } from "react";
import "./code-editor.css";

interface Props {
  /** What it begins with. Another code is another editor: give it another `key`. */
  readonly code: string;
  readonly label: string;
  readonly describedBy: string;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
}

export function CodeEditor({ code, label, describedBy, onChange, onRun }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // The editor is made once and calls what is current.
  const latest = useRef({ onChange, onRun });
  useEffect(() => {
    latest.current = { onChange, onRun };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor keeps its own text; props are where it begins
  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const run = (): boolean => {
      latest.current.onRun();
      return true;
    };
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: code,
        extensions: [
          Prec.highest(keymap.of([{ key: "Mod-Enter", run }])),
          basicSetup,
          EditorView.lineWrapping,
          javascript({ typescript: true }),
          // Classes instead of colours: the style sheet has them for light and dark.
          Prec.highest(syntaxHighlighting(classHighlighter)),
          // Tab indents; after Escape it leaves the editor, as CodeMirror has it.
          keymap.of([indentWithTab]),
          EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": describedBy }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) latest.current.onChange(state.doc.toString());
          }),
        ],
      }),
    });
    // CodeMirror takes it out of the tab order, which scrolls by the text inside; a browser may scroll it by keys too.
    view.scrollDOM.tabIndex = 0;
    return () => view.destroy();
  }, []);
  return <div ref={place} className="code-editor" />;
}
