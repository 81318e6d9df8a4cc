/**
 * Runs before anything is drawn, so that a page never flashes in the wrong colours: takes the reader's choice, or
 * none so that the device decides. Inline, hence its hash stands in the Content-Security-Policy.
 */
export const themeScript = `(()=>{const r=document.documentElement;let t="auto";try{t=localStorage.getItem("handrail-colours")||"auto"}catch{}
r.dataset.colours=t;r.dataset.theme=t==="auto"?(matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light"):t;r.dataset.js=""})()`;
