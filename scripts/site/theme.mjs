// VitePress's own theme, with long tables that can be sorted and filtered; without scripts they are tables.
import { useRoute } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { nextTick, onMounted, watch } from "vue";
import { enhanceLongTables } from "./long-tables.mjs";
import "./theme.css";

export default {
  extends: DefaultTheme,
  setup() {
    const route = useRoute();
    const enhance = () => nextTick(enhanceLongTables);
    onMounted(enhance);
    watch(() => route.path, enhance, { flush: "post" });
  },
};
