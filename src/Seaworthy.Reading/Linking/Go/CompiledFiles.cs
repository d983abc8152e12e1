using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Go;

namespace Seaworthy.Reading.Linking.Go;

/// <summary>Which files of Go a build for a server takes: those of other systems and of tags that nothing sets are no part of the program.</summary>
internal sealed class CompiledFiles
{
    private readonly HashSet<string> asked;

    public CompiledFiles(Deployment deployment)
    {
        var names = deployment
            .Of<CodeFile>()
            .Select(file => file.BuildConstraint)
            .OfType<string>()
            .SelectMany(Words)
            .Where(name => !GoPlatforms.Systems.Contains(name))
            .ToHashSet(StringComparer.Ordinal);
        var callers = names.Count == 0 ? [] : Callers(deployment).ToList();
        asked = [.. names.Where(name => callers.Exists(file => file.PlacesOf(name).Any()))];
    }

    /// <summary>The file is left out of every build that the repository has; false where a build may take it.</summary>
    public bool LeaveOut(CodeFile file) => file.BuildConstraint is { } constraint && new GoCondition(constraint, Holds).Value == false;

    /// <summary>What may give tags to the compiler: scripts, Dockerfiles, pipelines, files of options.</summary>
    private static IEnumerable<SourceFile> Callers(Deployment deployment) =>
        deployment
            .Artifacts.Where(artifact => artifact is not CodeFile)
            .Select(artifact => artifact.File)
            .Distinct()
            .Where(file => file.Mentions("tags"));

    private static IEnumerable<string> Words(string constraint) =>
        constraint.Split(['(', ')', '!', '&', '|', ' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Null where it depends upon the build: the machine, the C compiler, a tag that some command may set. What a target runs is a container, on Linux.</summary>
    private bool? Holds(string tag) =>
        tag is "linux" or "unix" or "gc" || tag.StartsWith("go1.", StringComparison.Ordinal) ? true
        : tag is "cgo" or "gccgo" or "race" or "purego" or "netgo" or "osusergo"
        || GoPlatforms.Machines.Contains(tag)
        || asked.Contains(tag)
            ? null
        : false;
}
