using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Dart;

/// <summary>What Seaworthy knows about Dart: what applications of Flutter take from outside, and whom they call.</summary>
internal sealed class DartKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } =
    [
        "fromEnvironment",
        "Platform.environment",
        "dotenv",
        "Uri.",
        "baseUrl",
        "BaseUrl",
        "http://",
        "https://",
        "Dio",
        "dio.",
        "static const",
        "const String",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = ["import '", "import \"", "export '", "export \""];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [new ConstantKnowledge(), new DartEnvironment(), new DartRequests()];

    public override Language? LanguageOf(string path) =>
        path.EndsWith(".dart", StringComparison.Ordinal)
        && !path.EndsWith(".g.dart", StringComparison.Ordinal)
        && !path.EndsWith(".freezed.dart", StringComparison.Ordinal)
            ? Language.Dart
            : null;

    public override bool IsTest(string path) =>
        path.EndsWith("_test.dart", StringComparison.Ordinal)
        || path.StartsWith("integration_test/", StringComparison.Ordinal)
        || path.Contains("/integration_test/", StringComparison.Ordinal)
        || base.IsTest(path);

    public override ValueRules ValuesOf(CodeSyntax syntax) => new DartValueRules(syntax);
}
