using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>An <c>upstream</c> block: a name for one or several servers.</summary>
public sealed record NginxUpstream(Fact<string> Name, IReadOnlyList<ProxyTarget> Servers);
