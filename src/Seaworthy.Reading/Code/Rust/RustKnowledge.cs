using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Code.Logging;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>What Seaworthy knows about Rust.</summary>
internal sealed class RustKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } =
    [
        "env",
        "Environment",
        "bind",
        "listen",
        "serve",
        "route",
        "scope",
        "#[get",
        "#[post",
        "#[put",
        "#[delete",
        "#[patch",
        "rocket",
        "Router",
        "reqwest",
        "client",
        "connect",
        "migrat",
        "const ",
        "File",
        "fs::",
        "Cors",
        "redis",
        "include_str",
        "query!",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = ["\nuse ", "\nmod ", "\npub mod "];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [
        new ConstantKnowledge(),
        new RustEnvironmentKnowledge(),
        new RustSettings(),
        new RustListeners(),
        new RustAttributeRoutes(),
        new ActixRoutes(),
        new AxumRoutes(),
        new RustRequests(),
        new RustStartup(),
        new LoggedValues(),
    ];

    public override Language? LanguageOf(string path) => path.EndsWith(".rs", StringComparison.Ordinal) ? Language.Rust : null;

    public override ValueRules ValuesOf(CodeSyntax syntax) => new RustValueRules(syntax);
}
