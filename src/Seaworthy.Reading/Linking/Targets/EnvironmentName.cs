using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>The environment that a file's or directory's name says.</summary>
public static class EnvironmentName
{
    private static readonly IReadOnlyList<KnownWord> Words =
    [
        new("production", TargetEnvironment.Production),
        new("prod", TargetEnvironment.Production),
        new("live", TargetEnvironment.Production),
        new("staging", TargetEnvironment.Staging),
        new("stage", TargetEnvironment.Staging),
        new("preview", TargetEnvironment.Staging),
        new("uat", TargetEnvironment.Staging),
        new("development", TargetEnvironment.Development),
        new("dev", TargetEnvironment.Development),
        new("local", TargetEnvironment.Development),
        new("debug", TargetEnvironment.Development),
        new("override", TargetEnvironment.Development),
        new("test", TargetEnvironment.Test),
        new("tests", TargetEnvironment.Test),
        new("testing", TargetEnvironment.Test),
        new("ci", TargetEnvironment.Test),
        new("e2e", TargetEnvironment.Test),
        new("integration", TargetEnvironment.Test),
    ];

    /// <summary>The last part of a path that says an environment decides: <c>k8s/overlays/prod/app.yaml</c>, <c>docker-compose.dev.yml</c>.</summary>
    public static TargetEnvironment Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var part in Enumerable.Reverse(path.Split('/')))
        {
            var words = part.Split('.', '-', '_');
            var found = Words.FirstOrDefault(known => words.Contains(known.Word, StringComparer.OrdinalIgnoreCase));
            if (found is not null)
            {
                return found.Environment;
            }
        }

        return TargetEnvironment.Unstated;
    }

    private sealed record KnownWord(string Word, TargetEnvironment Environment);
}
