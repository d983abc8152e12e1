using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>The words of <c>command</c> or <c>args</c>. No shell reads them; <c>$(NAME)</c> is replaced by the container's variables.</summary>
public sealed record ContainerWords(IReadOnlyList<Template> Words, SourceSpan Span);
