namespace Seaworthy.Model.Declared.Code;

/// <summary>What a program does when a variable is unset.</summary>
public enum Demand
{
    /// <summary>Uses a default, or a feature stays off.</summary>
    Optional,

    /// <summary>The value is used without a default: undefined behaviour at the place of use.</summary>
    Expected,

    /// <summary>The program throws or exits at start.</summary>
    Required,
}
