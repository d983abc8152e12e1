using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>The release of Playwright whose browsers a base image holds, and the one whose package is installed beside them.</summary>
/// <param name="Held">Major and minor number of the image's tag: <c>1.48</c>.</param>
/// <param name="Asked">Major and minor number of the package that is locked or pinned: <c>1.58</c>.</param>
public sealed record BrowserRelease(Fact<string> Held, Fact<string> Asked);
