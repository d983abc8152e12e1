using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Source with which a process starts says itself that the framework is to run as on the desk, whatever the environment says.</summary>
/// <param name="Startup">What starts it.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Span">Where the source says so.</param>
public sealed record DevelopmentMode(Startup Startup, DevelopmentModeKind Kind, SourceSpan Span)
{
    /// <summary>Flask-SocketIO runs it, which serves by eventlet or gevent where they are installed: no development server, though its debugger is on.</summary>
    public bool IsOfSocketIo { get; init; }
}
