/** Codes of ISO 4217 in force (list one, units of account and the codes of no currency among them). */
const ACTIVE =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF " +
  "CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF " +
  "IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT " +
  "MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD " +
  "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS " +
  "VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG";

/** Codes that were withdrawn (list three) since about 1985 and that old passes and price lists may still hold. */
const HISTORIC =
  "ADP AFA ANG AON AOR ATS AZM BEF BGL BGN BRC BRE BRN BRR BYB BYR CSD CSK CUC CYP DDM DEM ECS EEK ESP FIM FRF GHC GRD GWP " +
  "HRD HRK IEP ITL LTL LUF LVL MGF MLF MRO MTL MXP MZM NIC NLG PEI PLZ PTE ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM " +
  "TPE TRL UAK UGS UYP VEB VEF XEU YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR";

const ACTIVE_CODES: ReadonlySet<string> = /* @__PURE__ */ new Set(/* @__PURE__ */ ACTIVE.split(" "));
const HISTORIC_CODES: ReadonlySet<string> = /* @__PURE__ */ new Set(/* @__PURE__ */ HISTORIC.split(" "));

/** The ISO 4217 codes in force, in alphabetical order. */
export function listCurrencyCodes(): readonly string[] {
  return [...ACTIVE_CODES];
}

/**
 * What ISO 4217 says of a code: `active`, `historic` (withdrawn; devices still format most of them), or null when it is
 * none. Codes are three capital letters; `eur` is none.
 *
 * @example
 * ```ts
 * currencyStatus("EUR"); // "active"
 * currencyStatus("DEM"); // "historic"
 * currencyStatus("€"); // null
 * ```
 */
export function currencyStatus(code: string): "active" | "historic" | null {
  if (ACTIVE_CODES.has(code)) return "active";
  return HISTORIC_CODES.has(code) ? "historic" : null;
}
