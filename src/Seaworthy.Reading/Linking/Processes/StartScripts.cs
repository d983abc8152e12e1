using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The shell scripts of the repository with which a container starts.</summary>
internal static class StartScripts
{
    // Source: Dockerfile images as a rule keep the search path of the system: POSIX, "execvp", "PATH".
    private static readonly string[] SearchPath = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    public static IEnumerable<ShellScript> Of(Deployment deployment, Workload workload) =>
        workload.Start is not { } start
            ? []
            : start
                .Commands.SelectMany(command => command.Words)
                .Select(word => word.Literal is { } text ? Find(deployment, workload, text, start.WorkingDirectory) : null)
                .OfType<ShellScript>()
                .Distinct();

    /// <summary>The script that a word names: a path, or a name that the system looks for.</summary>
    public static ShellScript? Find(Deployment deployment, Workload workload, string word, string? directory) =>
        Find(deployment, new ContainerFiles(deployment.Tree, workload.Image, workload).Find, word, directory);

    /// <summary>The same where something else says what lies at a path.</summary>
    public static ShellScript? Find(Deployment deployment, Func<string, PathAnswer> files, string word, string? directory)
    {
        IEnumerable<string?> named = [ImagePath.Join(directory, word)];
        IEnumerable<string?> searched = word.Contains('/', StringComparison.Ordinal) ? [] : SearchPath.Select(place => $"{place}/{word}");
        return searched
            .Concat(named)
            .OfType<string>()
            .Select(path => files(path) is { Presence: Presence.Present, Actual: { } source } ? deployment.At<ShellScript>(source) : null)
            .FirstOrDefault(script => script is not null);
    }
}
