using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>What the file that a process starts with says about its own server: <c>app.run(debug=True)</c>, <c>uvicorn.run(…, reload=True)</c>; and the DEBUG of Django's settings.</summary>
/// <remarks>Under gunicorn and similar servers <c>app.run</c> stands behind <c>__name__</c> and does nothing, so only a file that is run itself counts.</remarks>
internal static class DevelopmentModes
{
    public static IReadOnlyList<DevelopmentMode> Link(Deployment deployment, CodeModules modules)
    {
        DjangoDebug django = new(deployment, modules);
        return
        [
            .. from startup in deployment.Startups
            where !startup.IsForDevelopment
            from command in startup.Programs
            from program in KnownCommand.Of(command).OfType<ProgramCommand>()
            from mode in Of(deployment, startup, program).Concat(django.Of(startup, program))
            select mode,
        ];
    }

    private static IEnumerable<DevelopmentMode> Of(Deployment deployment, Startup startup, ProgramCommand program)
    {
        // A file that opens several servers chooses one of them by something that is not read.
        if (StartedSource.Of(deployment, startup, program) is not { Listeners: [var server] } file)
        {
            return [];
        }

        return server.Framework switch
        {
            "flask" => [Flask(startup, file, server)],
            "flask-socketio" => Debugger(startup, file).Select(mode => mode with { IsOfSocketIo = true }),
            "uvicorn" => file
                .Settings.Where(setting => setting.Name == "uvicorn.reload" && IsTrue(setting.Value))
                .Take(1)
                .Select(setting => new DevelopmentMode(startup, DevelopmentModeKind.Reload, setting.Span)),
            _ => [],
        };
    }

    private static DevelopmentMode Flask(Startup startup, CodeFile file, Listener server) =>
        Debugger(startup, file).FirstOrDefault() ?? new DevelopmentMode(startup, DevelopmentModeKind.Server, server.Span);

    // Flask-SocketIO without it serves by eventlet or gevent where they are installed.
    private static IEnumerable<DevelopmentMode> Debugger(Startup startup, CodeFile file) =>
        file.Settings.Where(setting => setting.Name == "flask.debug").ToList() is [var debug] && IsTrue(debug.Value)
            ? [new DevelopmentMode(startup, DevelopmentModeKind.Debugger, debug.Span)]
            : [];

    public static bool IsTrue(CodeValue value) => value is CodeValue.Literal { Text: "true" or "1" };
}
