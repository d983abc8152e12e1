using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Modules;

/// <summary>What a <c>node_modules</c> of a stage holds, and which command made it so.</summary>
internal sealed record ModuleState(ModuleKind Kind)
{
    public static readonly ModuleState None = new(ModuleKind.None);

    public static readonly ModuleState Unknown = new(ModuleKind.Unknown);

    public static readonly ModuleState Whole = new(ModuleKind.Whole);

    /// <summary>The installation that left development dependencies out.</summary>
    public SourceSpan? Install { get; init; }

    /// <summary>The variable that makes it so.</summary>
    public SourceSpan? Because { get; init; }

    public string Manager { get; init; } = "";

    /// <summary>The package.json that it installed, and the lock file beside it.</summary>
    public string? Manifest { get; init; }

    public string? Lock { get; init; }

    /// <summary>A COPY that would bring the directory of the machine that builds, where that has one.</summary>
    public SourceSpan? Overlay { get; init; }

    /// <summary>Merged with a layer above: a module of either one is there.</summary>
    public ModuleState With(ModuleState other) => (other.Kind > Kind ? other : this) with { Overlay = Overlay ?? other.Overlay };
}
