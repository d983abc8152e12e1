namespace Seaworthy.Model.Known;

/// <summary>A port that a public image listens on, and what for.</summary>
/// <param name="Scheme">The protocol spoken: <c>http</c>, <c>https</c>, <c>postgres</c>, <c>redis</c>, <c>amqp</c>…</param>
public sealed record KnownPort(int Number, string Scheme, string Purpose = "", bool IsUdp = false)
{
    /// <summary>Variable of the image that moves it, such as <c>PGPORT</c>.</summary>
    public string? Variable { get; init; }
}
