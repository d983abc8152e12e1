using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Wiring;

/// <summary>A place at which a wire begins that leads nowhere, and why in a few words.</summary>
internal sealed record BrokenPlace(SourceSpan Place, string Because);
