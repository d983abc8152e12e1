using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An image installs a release of a package that fails with the runtime of the image, or one that does not.</summary>
/// <param name="Held">The runtime, and the line that names it.</param>
/// <param name="Break">What is known of the package.</param>
/// <param name="Release">The release that a lock file or an exact requirement says.</param>
/// <param name="Install">The command that installs it.</param>
public sealed record BrokenPackage(Image Image, Fact<ImageRuntime> Held, RuntimeBreak Break, Fact<string> Release, SourceSpan Install)
{
    public bool Fails => Break.Fails(Release.Value, Held.Value.Line);
}
