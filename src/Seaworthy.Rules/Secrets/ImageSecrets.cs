using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Images that hold the same files with secrets; one by itself when it holds none.</summary>
internal sealed record ImageSecrets(IReadOnlyList<Image> Images, IReadOnlyList<HeldSecret> Held);
