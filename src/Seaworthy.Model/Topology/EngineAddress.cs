using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An address that the source of a workload hands to SQLAlchemy as it is.</summary>
/// <param name="Address">With holes for what is not known: the scheme is.</param>
/// <param name="Span">The call that makes the engine.</param>
public sealed record EngineAddress(Workload Workload, CodeFile File, string Address, SourceSpan Span)
{
    /// <summary><c>create_async_engine</c>.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Where the address comes from, the first place first.</summary>
    public IReadOnlyList<SourceSpan> Chain { get; init; } = [];

    /// <summary>Where the address is written.</summary>
    public SourceSpan AddressPlace => Chain.FirstOrDefault(span => span.Line.Contains("://", StringComparison.Ordinal), Span);

    /// <summary>What names the dialect, and the driver if one is named: <c>postgresql+asyncpg</c>.</summary>
    public string Scheme => Address.IndexOf("://", StringComparison.Ordinal) is var end and > 0 ? Address[..end].ToLowerInvariant() : "";
}
