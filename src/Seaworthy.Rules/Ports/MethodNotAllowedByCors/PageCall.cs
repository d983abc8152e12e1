using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A request that the source of a page sends, and whose route is known.</summary>
/// <param name="Page">Sends it.</param>
/// <param name="Method">Upper case.</param>
internal sealed record PageCall(Component Page, string Method, SourceSpan Span);
