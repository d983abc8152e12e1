using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A request the program sends.</summary>
/// <param name="Method">Upper case; <c>*</c> when unknown.</param>
/// <param name="Client">The local name of a client with a base URL (<c>axios.create</c>, <c>httpx.Client</c>), looked up among the constants as <c>Client.baseURL</c>.</param>
public sealed record HttpCall(string Method, CodeValue Url, string? Client, SourceSpan Span)
{
    /// <summary>The service that the source says it calls, wherever the address leads: the name of a Feign client.</summary>
    public string? Service { get; init; }

    /// <summary>The innermost named function around it; null outside of functions, or when unknown.</summary>
    public string? Function { get; init; }
}
