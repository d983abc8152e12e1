namespace Seaworthy.Model.Topology;

/// <summary>A file of the repository that a RUN instruction starts by itself.</summary>
public sealed record BuildScript(ScriptStart Start);
