using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What a stage's file system is known to hold.</summary>
public abstract class ImageFiles
{
    /// <summary>
    /// Whether an absolute path is there: present with the instruction that put it there (and the file of the repository it came from, as <see cref="PathAnswer.Actual"/>),
    /// absent, or unknown where a RUN instruction or the base image may have made it.
    /// </summary>
    public abstract PathAnswer Find(string path);

    /// <summary>
    /// The same for a source that somebody wrote: package managers, builds and generators, which may have made anything else below the project, do not make that.
    /// </summary>
    public virtual PathAnswer FindSource(string path) => Find(path);

    /// <summary>Files of the repository that were copied to somewhere below an absolute directory, with where they went.</summary>
    public abstract IEnumerable<CopiedFile> CopiedUnder(string directory);

    /// <summary>Where a file of the repository is here, with the instruction that put each there.</summary>
    public virtual IEnumerable<Fact<string>> PathsOf(string source) => [];

    /// <summary>A file of the repository is put to an absolute path by some instruction.</summary>
    public virtual bool IsPutAt(string source, string path) => PathsOf(source).Any(there => there.Value == path);

    /// <summary>A file of this name that an instruction puts somewhere by name, for the message; null when none does.</summary>
    public virtual Fact<string>? Named(string name) => null;

    /// <summary>The instructions that may have made more than the tree tells, with the directory each opens.</summary>
    public abstract IEnumerable<Fact<string>> Open { get; }
}
