using System.Text.RegularExpressions;

namespace Seaworthy.Model.Known;

/// <summary>How programs name the way to a new account, what makes an account more than one of many, and what keeps callers away.</summary>
public static partial class SignUpWords
{
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "role",
        "rol",
        "roles",
        "userRole",
        "user_role",
        "isAdmin",
        "is_admin",
        "is_staff",
        "is_superuser",
    };

    // What stands between a route and its function and says nothing of who calls.
    private static readonly string[] Guards =
    [
        "auth",
        "protect",
        "guard",
        "verif",
        "admin",
        "role",
        "permission",
        "token",
        "session",
        "login",
        "valid",
        "schema",
        "jwt",
        "check",
        "require",
        "restrict",
        "allow",
    ];

    // A secret that the caller must know, or a check of who calls, in the function itself.
    private static readonly string[] Proofs =
    [
        "invit",
        "secretkey",
        "secret_key",
        "adminkey",
        "admin_key",
        "admincode",
        "admin_code",
        "adminsecret",
        "admin_secret",
        "registrationkey",
        "registration_code",
        "registrationcode",
        "setupkey",
        "setup_key",
        "authoriz",
        "forbidden",
    ];

    private static readonly string[] Accounts =
    [
        "password",
        "passwd",
        "pwd",
        "contrasen",
        "clave",
        "senha",
        "email",
        "correo",
        "username",
        "login",
    ];

    private static readonly string[] Passwords = ["password", "passwd", "pwd", "contrasen", "clave", "senha"];

    /// <summary>The name of a function: <c>register</c>, <c>signUp</c>, <c>register_user</c>.</summary>
    public static bool IsSignUp(string name) => SignUp().IsMatch(name);

    /// <summary>The path of a route: <c>/register</c>, <c>/auth/sign-up/</c>.</summary>
    public static bool IsSignUpPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var clean = path.TrimEnd('/');
        return SignUp().IsMatch(clean[(clean.LastIndexOf('/') + 1)..]);
    }

    /// <summary>A value that says what its account may do.</summary>
    public static bool IsRole(string name) => Roles.Contains(name);

    /// <summary>The same in a table or an entity: <c>rol_fk</c>, <c>roleId</c>.</summary>
    public static bool IsRoleOfAccount(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Roles.Contains(name) || (name.StartsWith("rol", StringComparison.OrdinalIgnoreCase) && name.Length <= "role_id".Length);
    }

    /// <summary>A guard, a check or a validator stands between the route and its function.</summary>
    public static bool MayGuard(string text) => Array.Exists(Guards, word => Has(text, word));

    /// <summary>The function asks for something that strangers do not have.</summary>
    public static bool IsProof(string name) => Array.Exists(Proofs, word => Has(name, word));

    /// <summary>What an account has beside its role.</summary>
    public static bool IsOfAccount(string name) => Array.Exists(Accounts, word => Has(name, word));

    public static bool IsPassword(string name) => Array.Exists(Passwords, word => Has(name, word));

    /// <summary>An administrator, but not the one above them, whom programs often refuse alone.</summary>
    public static bool IsAdministrator(string text) => Has(text, "admin") && !Has(text, "super");

    private static bool Has(string text, string word)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        @"^(post|handle|do|api|user|new|auth|account|create|public|self|http)?[_-]?(register|registro|registrar|registration|sign[_-]?up)[_-]?(user|account|usuario|view|page|form|handler|controller|action|post|async|new[_-]?user)?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SignUp();
}
