using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Code.Logging;
using Seaworthy.Reading.Code.Secrets;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>What Seaworthy knows about C# and ASP.NET Core.</summary>
internal sealed class CSharpKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } =
    [
        "HashData",
        .. LoggedCredentials.Markers,
        "HashPassword",
        "anager.CreateAsync",
        "onfiguration",
        "EnvironmentVariable",
        "SymmetricSecurityKey",
        "GetOptions",
        "Listen",
        "Urls",
        ".Run(",
        ".Map",
        "[Route",
        "[Http",
        "HttpClient",
        "lient.",
        "BaseAddress",
        "Grpc",
        "Migrate",
        "EnsureCreated",
        "UseNpgsql",
        "UseSqlServer",
        "UseMySql",
        "UseSqlite",
        "Connect",
        "Cors",
        "AllowAnyOrigin",
        "WithMethods",
        "WebApplication",
        "app.",
        "const string",
        "File.",
        "Directory.",
        "BodyLengthLimit",
        "RequestSizeLimit",
        "MaxRequestBodySize",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = ["using "];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [
        new ConstantKnowledge(),
        new CSharpEnvironment(),
        new CSharpOptions(),
        new CSharpListeners(),
        new CSharpUploadLimits(),
        new MinimalApiRoutes(),
        new ControllerRoutes(),
        new CSharpRequests(),
        new CSharpStartup(),
        new LoggedValues(),
        new SigningCalls(),
        new SeededPasswords(),
        new FastPasswordHashes(),
    ];

    public override Language? LanguageOf(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && !path.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase)
        && !path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        && !path.EndsWith("Snapshot.cs", StringComparison.Ordinal)
            ? Language.CSharp
            : null;

    public override bool IsTest(string path) => base.IsTest(path) || path.Contains("TestBase", StringComparison.Ordinal);

    public override ValueRules ValuesOf(CodeSyntax syntax) => new CSharpValueRules(syntax);
}
