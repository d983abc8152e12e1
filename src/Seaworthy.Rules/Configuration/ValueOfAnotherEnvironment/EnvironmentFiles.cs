using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>The file of one environment among its siblings: <c>values-test.yaml</c> beside <c>values-dev.yaml</c> and <c>values-prod.yaml</c>.</summary>
/// <param name="Others">Those of other environments.</param>
internal sealed record EnvironmentFiles(
    SourceFile File,
    string Environment,
    IReadOnlyDictionary<string, EnvironmentValue> Values,
    IReadOnlyList<IReadOnlyDictionary<string, EnvironmentValue>> Others
);
