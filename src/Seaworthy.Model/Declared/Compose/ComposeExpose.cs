using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A port that a service opens to other services only.</summary>
/// <param name="Ports">The ports, when they are literal.</param>
public sealed record ComposeExpose(Template Text, PortRange? Ports, SourceSpan Span);
