using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Code.Logging;
using Seaworthy.Reading.Code.Secrets;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>What Seaworthy knows about Go.</summary>
internal sealed class GoKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } =
    [
        "md5.Sum",
        "sha1.Sum",
        "sha256.Sum",
        .. LoggedCredentials.Markers,
        "SignedString",
        "NewCookieStore",
        "GenerateFromPassword",
        "env",
        "Env",
        "Listen",
        "http.",
        "grpc.",
        ".Run(",
        ".Start(",
        "const ",
        "viper",
        "gin.",
        "echo.",
        "fiber.",
        "chi.",
        "mux.",
        "Migrate",
        "migrate",
        "sql.Open",
        "os.Open",
        "os.ReadFile",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = ["\nimport "];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [
        new ConstantKnowledge(),
        new GoConfigConstants(),
        new GoEnvironmentKnowledge(),
        new GoViper(),
        new GoRoutes(),
        new GoComparedPaths(),
        new GoListeners(),
        new GoRequests(),
        new GoStartup(),
        new GoKeptFiles(),
        new LoggedValues(),
        new SigningCalls(),
        new SeededPasswords(),
        new FastPasswordHashes(),
    ];

    public override Language? LanguageOf(string path) =>
        path.EndsWith(".go", StringComparison.Ordinal)
        && !path.EndsWith(".pb.go", StringComparison.Ordinal)
        && !path.EndsWith(".pb.gw.go", StringComparison.Ordinal)
            ? Language.Go
            : null;

    public override string? ConstraintOf(string path, string text) => GoConstraint.Of(path, text);

    public override MainPackagePart? MainPackageOf(string text) => GoMainPackage.Of(text);

    public override ValueRules ValuesOf(CodeSyntax syntax) => new GoValueRules(syntax);
}
