namespace Seaworthy.Model.Topology;

/// <summary>In which way source is made for the desk.</summary>
public enum DevelopmentModeKind
{
    /// <summary>Flask's own server: <c>app.run()</c>.</summary>
    Server,

    /// <summary>Flask's own server with Werkzeug's debugger: <c>app.run(debug=True)</c>.</summary>
    Debugger,

    /// <summary>A server that starts again when files change: <c>uvicorn.run(…, reload=True)</c>.</summary>
    Reload,

    /// <summary>Django's error pages with settings and source: <c>DEBUG = True</c>.</summary>
    ErrorPages,
}
