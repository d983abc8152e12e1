using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>A setting in the source of an application, and the release of its framework.</summary>
/// <param name="Span">Where it is set.</param>
/// <param name="Package">What asks for the framework.</param>
internal sealed record UnreadSetting(RetiredSetting Setting, SourceSpan Span, Dependency Package)
{
    /// <summary>The release that is installed no longer reads it.</summary>
    public bool IsGone { get; init; }

    /// <summary>The manifest leaves the release open, so that the newest one is installed.</summary>
    public bool IsOpen { get; init; }
}
