using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Elixir;

/// <summary>What Seaworthy knows about Elixir.</summary>
internal sealed class ElixirKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } = ["System.get_env", "System.fetch_env", "env!("];

    public override IReadOnlyList<string> ImportMarkers { get; } = [];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [new ConstantKnowledge(), new ElixirEnvironment(), new PhoenixEndpoint()];

    public override Language? LanguageOf(string path) =>
        path.EndsWith(".ex", StringComparison.Ordinal) || path.EndsWith(".exs", StringComparison.Ordinal) ? Language.Elixir : null;

    /// <summary>Scripts outside <c>config/</c> are tests, migrations, and what people start by hand.</summary>
    public override bool IsTest(string path) =>
        base.IsTest(path)
        || path.EndsWith("config/dev.exs", StringComparison.Ordinal)
        || path.EndsWith("config/test.exs", StringComparison.Ordinal)
        // Made for a file that is not committed; one that is there is seldom imported.
        || path.EndsWith(".secret.exs", StringComparison.Ordinal)
        || (path.EndsWith(".exs", StringComparison.Ordinal) && !path.Contains("config/", StringComparison.Ordinal));

    public override ValueRules ValuesOf(CodeSyntax syntax) => new ElixirValueRules(syntax);
}
