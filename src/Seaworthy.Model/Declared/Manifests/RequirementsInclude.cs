using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>Another requirements file that is read as well; <paramref name="Path"/> is relative to the including file.</summary>
public sealed record RequirementsInclude(string Path, bool IsConstraint, SourceSpan Span);
