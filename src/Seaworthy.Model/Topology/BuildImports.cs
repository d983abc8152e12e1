namespace Seaworthy.Model.Topology;

/// <summary>What the settings of a tool import while an image is built, held against what the stage holds by then.</summary>
public sealed record BuildImports(StartImports Imports);
