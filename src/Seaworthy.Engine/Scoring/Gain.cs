namespace Seaworthy.Engine.Scoring;

/// <summary>By how much the shown scores rise if one finding alone is fixed, caps included. 0 is honest: another finding holds them down.</summary>
public readonly record struct Gain(decimal Total, decimal Area);
