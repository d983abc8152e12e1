using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A router put under another: <c>app.use('/api', router)</c>, <c>include_router</c>, <c>include()</c>, <c>.nest</c>, <c>.service(web::scope)</c>.</summary>
/// <param name="Parent">Local name; null when the framework mounts by configuration.</param>
/// <param name="Child">A local or imported name, possibly dotted, or a module path for frameworks that mount by string.</param>
public sealed record RouterMount(string? Parent, string Child, CodeValue? Prefix, string Framework, SourceSpan Span);
