using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A front end whose development server passes requests on, and the web server that serves its build.</summary>
/// <param name="Server">nginx or Caddy.</param>
/// <param name="Subject">Whose it is: <c>web in compose.yaml</c>, <c>web/Dockerfile</c>.</param>
/// <param name="Span">What answers such a request there: the location for all that no other takes, or the server.</param>
public sealed record FrontEndProxy(Component Component, string Server, string Subject, SourceSpan Span)
{
    /// <summary>The paths for which the source asks and which the web server does not pass on; empty when it passes on all.</summary>
    public IReadOnlyList<FrontEndPath> Lost { get; init; } = [];

    /// <summary>Such a request is answered with the page of the application, rather than with 404.</summary>
    public bool AnswersWithPage { get; init; }

    /// <summary>Users reach the web server without a server of the target between.</summary>
    public PortBinding? Published { get; init; }

    /// <summary>Its port is one at which users arrive, so that nothing on the machine is in front either, and the source brings no answers of its own.</summary>
    public bool IsCertain { get; init; }
}
