using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>A place that writes what the version of its provider refuses.</summary>
internal sealed record RemovedUse(TerraformRemoval Removal, SourceSpan Span);
