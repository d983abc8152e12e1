namespace Seaworthy.Model.Known;

/// <summary>A setting in the source of a Python application that a release of its framework stopped reading.</summary>
/// <param name="Package">The distribution, in the form of <c>Dependency.PythonName</c>.</param>
/// <param name="Framework">As people call it.</param>
/// <param name="Gone">The first release without it.</param>
/// <param name="Instead">What to write.</param>
/// <param name="Effect">What holds now, as the end of a sentence.</param>
public sealed record RetiredSetting(string Package, string Framework, string Name, string Gone, string Instead, string Effect)
{
    private const string FileStorages = "STORAGES";

    /// <summary>A setting that takes its place; where it is there, the old one is left for older releases.</summary>
    public string? Successor { get; init; }

    /// <summary>Nothing is lost but what the setting was for: an order of keys, a pool's size.</summary>
    public bool IsLenient { get; init; }

    /// <remarks>
    /// Sources: Django release notes 5.1, 4.0, 2.0 and 1.10, "Features removed"; Flask-SQLAlchemy changes, 3.0.0; Flask changes, 2.3.0.
    /// </remarks>
    public static IReadOnlyList<RetiredSetting> All { get; } =
    [
        Django("DEFAULT_FILE_STORAGE", "5.1", "STORAGES[\"default\"]", "uploads stay on the local disk") with
        {
            Successor = FileStorages,
        },
        Django("STATICFILES_STORAGE", "5.1", "STORAGES[\"staticfiles\"]", "static files get no hashes and are not sent elsewhere") with
        {
            Successor = FileStorages,
            IsLenient = true,
        },
        Django("MIDDLEWARE_CLASSES", "2.0", "MIDDLEWARE", "no middleware runs") with
        {
            Successor = "MIDDLEWARE",
        },
        Django("PASSWORD_RESET_TIMEOUT_DAYS", "4.0", "PASSWORD_RESET_TIMEOUT", "links are valid for 3 days") with
        {
            Successor = "PASSWORD_RESET_TIMEOUT",
            IsLenient = true,
        },
        Django("TEMPLATE_DIRS", "1.10", "TEMPLATES", "templates are not found") with
        {
            Successor = "TEMPLATES",
        },
        Django("TEMPLATE_CONTEXT_PROCESSORS", "1.10", "TEMPLATES", "the processors do not run") with
        {
            Successor = "TEMPLATES",
        },
        Pool("SQLALCHEMY_POOL_SIZE", "pool_size"),
        Pool("SQLALCHEMY_POOL_TIMEOUT", "pool_timeout"),
        Pool("SQLALCHEMY_POOL_RECYCLE", "pool_recycle"),
        Pool("SQLALCHEMY_MAX_OVERFLOW", "max_overflow"),
        new(
            "flask-sqlalchemy",
            "Flask-SQLAlchemy",
            "SQLALCHEMY_COMMIT_ON_TEARDOWN",
            "3.0",
            "db.session.commit()",
            "nothing commits at the end of a request"
        ),
        Json("JSON_AS_ASCII", "app.json.ensure_ascii"),
        Json("JSON_SORT_KEYS", "app.json.sort_keys"),
        Json("JSONIFY_PRETTYPRINT_REGULAR", "app.json.compact"),
        Json("JSONIFY_MIMETYPE", "app.json.mimetype"),
    ];

    private static RetiredSetting Django(string name, string gone, string instead, string effect) =>
        new("django", "Django", name, gone, instead, effect);

    private static RetiredSetting Pool(string name, string option) =>
        new(
            "flask-sqlalchemy",
            "Flask-SQLAlchemy",
            name,
            "3.0",
            $"SQLALCHEMY_ENGINE_OPTIONS[\"{option}\"]",
            "the pool keeps the default of SQLAlchemy"
        )
        {
            Successor = "SQLALCHEMY_ENGINE_OPTIONS",
            IsLenient = true,
        };

    private static RetiredSetting Json(string name, string instead) =>
        new("flask", "Flask", name, "2.3", instead, "JSON has the default form") { IsLenient = true };
}
