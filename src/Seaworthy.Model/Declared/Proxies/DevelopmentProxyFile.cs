using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>What Angular's development server passes on: <c>proxy.conf.json</c>.</summary>
/// <param name="Paths">How the paths begin, with the rule of each.</param>
/// <remarks>Source: Angular documentation, "Proxying to a backend server".</remarks>
public sealed record DevelopmentProxyFile(SourceFile File, IReadOnlyList<Fact<string>> Paths) : Artifact(File);
