namespace Seaworthy.Model.Known.Runtimes;

/// <summary>Packages that releases of their runtime broke, of those that many programs lock.</summary>
public static class RuntimeBreaks
{
    private const string NodeSass = "sass/node-sass, README, \"Node version support policy\"";
    private const string Refused = "node-sass answers that it does not support the current environment";
    private const string NoMd4 = "the build ends with ERR_OSSL_EVP_UNSUPPORTED";

    public static IReadOnlyList<RuntimeBreak> All { get; } =
    [
        new(
            "node",
            "jwa",
            "<1.4.2 || 2.0.0",
            "25",
            BreakMoment.Start,
            "loading it throws \"Cannot read properties of undefined (reading 'prototype')\"",
            "Node.js 25, release notes (SlowBuffer removed); auth0/node-jwa issue 46; nodeSolidServer/node-solid-server issue 1823"
        )
        {
            Fixed = "1.4.2 or 2.0.1",
            Last = "24",
        },
        new(
            "node",
            "webpack",
            "<4.47.0 || >=5.0.0 <5.61.0",
            "17",
            BreakMoment.Build,
            NoMd4,
            "webpack/webpack issue 14532; webpack releases 4.47.0 and 5.61.0 (own MD4, which OpenSSL 3 lacks)"
        )
        {
            Fixed = "4.47.0 or 5.61.0",
            Last = "16",
            Unless = "openssl-legacy-provider",
        },
        NodeSassRow("<5", "15", "14"),
        NodeSassRow(">=5 <6", "16", "15"),
        NodeSassRow(">=6 <7", "17", "16"),
        NodeSassRow(">=7 <8", "18", "17"),
        NodeSassRow(">=8 <9", "20", "19"),
        NodeSassRow(">=9", "21", "20"),
        Python(
            "numpy",
            "<1.26",
            "1.26",
            "NumPy 1.26.0 release notes: the first release for Python 3.12, which lacks distutils",
            "its build needs distutils"
        ),
        Python("greenlet", "<3", "3.0", "greenlet, changes, 3.0.0", "its source does not compile"),
        Python("aiohttp", "<3.9", "3.9", "aio-libs/aiohttp issue 7739; changes, 3.9.0", "its source does not compile"),
        Python("pyyaml", ">=5.4.1 <6.0.1", "6.0.1", "yaml/pyyaml issue 724", "its build ends with \"AttributeError: cython_sources\""),
        new(
            "python",
            "pydantic",
            ">=2.0 <2.8",
            "3.13",
            BreakMoment.Installation,
            "no wheel of its pydantic-core exists, and its source refuses that Python",
            "Pydantic, release 2.8.0 (Python 3.13); PyO3, \"maximum supported version\""
        )
        {
            Fixed = "2.8",
            Last = "3.12",
        },
    ];

    private static RuntimeBreak NodeSassRow(string releases, string since, string last) =>
        new("node", "node-sass", releases, since, BreakMoment.Installation, Refused, NodeSass)
        {
            Fixed = "a release of its support table, or the package `sass`",
            Last = last,
        };

    private static RuntimeBreak Python(string package, string releases, string isFixed, string source, string symptom) =>
        new("python", package, releases, "3.12", BreakMoment.Installation, $"no wheel exists, and {symptom}", source)
        {
            Fixed = isFixed,
            Last = "3.11",
        };
}
