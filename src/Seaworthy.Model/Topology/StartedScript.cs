using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file of the repository that a script, a task or a step has the system start by itself, as it starts programs: no shell or interpreter is given the file.</summary>
/// <param name="Subject">Who starts it: <c>ci.yml: build</c>, <c>scripts/deploy.sh</c>.</param>
/// <param name="Word">The word that names it.</param>
/// <param name="File">The file that is started.</param>
public sealed record StartedScript(string Subject, SourceSpan Word, RepositoryFile File)
{
    /// <summary>A pipeline starts it, from a fresh clone.</summary>
    public bool IsInPipeline { get; init; }

    /// <summary>May not run, or its failure is swallowed, or its script goes on after it, or nothing says where it runs.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The command that gives the permission to execute it, here or elsewhere in the repository; null when none does.</summary>
    public SourceSpan? MadeExecutableBy { get; init; }
}
