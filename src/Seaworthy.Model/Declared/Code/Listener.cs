using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A place where the program opens a listening socket.</summary>
/// <param name="Port">A number, or an address such as <c>0.0.0.0:8080</c> or <c>:8080</c> when host and port are one value.</param>
/// <param name="Framework">Who opens it: <c>express</c>, <c>uvicorn</c>, <c>actix-web</c>, <c>net/http</c>…</param>
public sealed record Listener(CodeValue Port, CodeValue? Host, string Framework, SourceSpan Span)
{
    /// <summary>What is spoken: <c>http</c>, <c>grpc</c>, <c>ws</c>, <c>metrics</c>…</summary>
    public string Protocol { get; init; } = "http";
}
