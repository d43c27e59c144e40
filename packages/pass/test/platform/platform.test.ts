import { platform } from "#platform";
import { describePlatform } from "./platform-contract.ts";

describePlatform("the platform of this runtime", platform);
