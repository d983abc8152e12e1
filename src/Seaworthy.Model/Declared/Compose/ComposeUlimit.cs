using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A resource limit of the processes of a service; a single number is both.</summary>
public sealed record ComposeUlimit(Fact<string> Name, Template? Soft, Template? Hard, SourceSpan Span);
