using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>The environment that a file's or directory's name says.</summary>
public static class EnvironmentName
{
    private static readonly IReadOnlyList<(string Word, TargetEnvironment Environment)> Words =
    [
        ("production", TargetEnvironment.Production),
        ("prod", TargetEnvironment.Production),
        ("live", TargetEnvironment.Production),
        ("staging", TargetEnvironment.Staging),
        ("stage", TargetEnvironment.Staging),
        ("preview", TargetEnvironment.Staging),
        ("uat", TargetEnvironment.Staging),
        ("development", TargetEnvironment.Development),
        ("dev", TargetEnvironment.Development),
        ("local", TargetEnvironment.Development),
        ("debug", TargetEnvironment.Development),
        ("override", TargetEnvironment.Development),
        ("test", TargetEnvironment.Test),
        ("tests", TargetEnvironment.Test),
        ("testing", TargetEnvironment.Test),
        ("ci", TargetEnvironment.Test),
        ("e2e", TargetEnvironment.Test),
        ("integration", TargetEnvironment.Test),
    ];

    /// <summary>The last part of a path that says an environment decides: <c>k8s/overlays/prod/app.yaml</c>, <c>docker-compose.dev.yml</c>.</summary>
    public static TargetEnvironment Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var part in Enumerable.Reverse(path.Split('/')))
        {
            var words = part.Split('.', '-', '_');
            var found = Words.FirstOrDefault(known => words.Contains(known.Word, StringComparer.OrdinalIgnoreCase));
            if (found.Word is not null)
            {
                return found.Environment;
            }
        }

        return TargetEnvironment.Unstated;
    }
}
