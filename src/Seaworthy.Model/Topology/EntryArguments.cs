using Seaworthy.Model.Declared.Dockerfiles;

namespace Seaworthy.Model.Topology;

/// <summary>The command that a workload gives to an image with an entry point: its words follow those of the entry point as arguments.</summary>
/// <param name="EntryPoint">The image's; null for an image of others.</param>
/// <param name="Words">The workload's own; empty for a word that is computed.</param>
/// <remarks>Source: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact".</remarks>
public sealed record EntryArguments(CommandLine? EntryPoint, IReadOnlyList<string> Words);
