/** What every page does, as one file: the search, and the choice of colours. */
import "./colours.ts";
import "./search.ts";
