using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Images with the same secret files; a single image if it has none.</summary>
internal sealed record ImageSecrets(IReadOnlyList<Image> Images, IReadOnlyList<HeldSecret> Held);
