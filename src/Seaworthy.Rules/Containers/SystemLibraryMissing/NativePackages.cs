namespace Seaworthy.Rules.Containers;

/// <summary>Packages of Python, and what they take of the system on Linux.</summary>
/// <remarks>
/// Sources: the installation pages of each project; pypi.org, "Download files" (whether there is a wheel for Linux); packages.debian.org and pkgs.alpinelinux.org
/// (names and dependencies); buildpack-deps, Dockerfile (what full images hold).
/// </remarks>
internal static class NativePackages
{
    private static readonly string[] Compilers = ["gcc", "g++", "build-essential", "build-base", "clang"];

    private static readonly string[] Graphics =
    [
        "libgl",
        "mesa",
        "opencv",
        "ffmpeg",
        "gtk",
        "qt5",
        "qt6",
        "xvfb",
        "chromium",
        "firefox",
        "vlc",
        "gstreamer",
        "libreoffice",
        "libsdl",
        "freeglut",
    ];

    public static IReadOnlyList<NativePackage> All { get; } =
    [
        OpenCv("opencv-python", "cv2"),
        OpenCv("opencv-contrib-python", "cv2"),
        new("python-magic", "magic", NativeUse.Import, "libmagic.so.1")
        {
            Debian = "libmagic1",
            Alpine = "libmagic",
            Traces =
            [
                ["libmagic", " file"],
            ],
            IsInFullImages = true,
        },
        new("pyzbar", "pyzbar", NativeUse.Import, "libzbar.so.0")
        {
            Debian = "libzbar0",
            Alpine = "zbar",
            Traces =
            [
                ["zbar"],
            ],
        },
        new("weasyprint", "weasyprint", NativeUse.Import, "libpango-1.0.so.0")
        {
            Debian = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
            Alpine = "pango",
            Traces =
            [
                ["pango", "gtk", "weasyprint", "imagemagick", "rsvg", "chromium", "libreoffice", "graphviz"],
            ],
            IsInFullImages = true,
        },
        new("cairosvg", "cairosvg", NativeUse.Import, "libcairo.so.2")
        {
            Debian = "libcairo2",
            Alpine = "cairo",
            Traces =
            [
                ["cairo", "pango", "gtk", "imagemagick", "rsvg", "chromium", "libreoffice", "graphviz", "ffmpeg"],
            ],
            IsInFullImages = true,
        },
        new("lightgbm", "lightgbm", NativeUse.Import, "libgomp.so.1")
        {
            Debian = "libgomp1",
            Alpine = null,
            Traces =
            [
                ["libgomp", .. Compilers, "gfortran", "openblas", "imagemagick", "ffmpeg"],
            ],
            IsInFullImages = true,
        },
        new("gitpython", "git", NativeUse.Import, "git")
        {
            Debian = "git",
            Alpine = "git",
            Traces =
            [
                ["git"],
            ],
            IsInFullImages = true,
        },
        Called("pytesseract", "pytesseract", "tesseract", "tesseract-ocr", "tesseract-ocr", ["tesseract"]),
        Called("pdf2image", "pdf2image", "pdftoppm", "poppler-utils", "poppler-utils", ["poppler"]),
        Called("pydub", "pydub", "ffmpeg", "ffmpeg", "ffmpeg", ["ffmpeg", "libav"]),
        Called("ffmpeg-python", "ffmpeg", "ffmpeg", "ffmpeg", "ffmpeg", ["ffmpeg"]),
        Called("openai-whisper", "whisper", "ffmpeg", "ffmpeg", "ffmpeg", ["ffmpeg"]),
        Called("pdfkit", "pdfkit", "wkhtmltopdf", "wkhtmltopdf", null, ["wkhtmlto"]),
        Called("pypandoc", "pypandoc", "pandoc", "pandoc", "pandoc", ["pandoc"]),
        Built("psycopg2", "pg_config", "libpq-dev gcc", "libpq-dev gcc musl-dev", ["libpq", "postgresql"]) with
        {
            Instead = "psycopg2-binary",
        },
        Built("psycopg-c", "pg_config", "libpq-dev gcc", "libpq-dev gcc musl-dev", ["libpq", "postgresql"]) with
        {
            Instead = "psycopg-binary",
        },
        Built(
            "mysqlclient",
            "mysql_config",
            "default-libmysqlclient-dev pkg-config gcc",
            "mariadb-dev pkgconf gcc musl-dev",
            ["mysql", "mariadb"]
        ),
        Built("python-ldap", "lber.h", "libldap2-dev libsasl2-dev gcc", "openldap-dev gcc musl-dev", ["libldap", "openldap"]) with
        {
            IsInFullImages = false,
        },
        Built("uwsgi", "gcc", "gcc libc6-dev", "gcc musl-dev linux-headers", Compilers) with
        {
            Instead = "pyuwsgi",
        },
        Built("netifaces", "gcc", "gcc libc6-dev", "gcc musl-dev linux-headers", Compilers),
        Built("pyaudio", "portaudio.h", "portaudio19-dev gcc", "portaudio-dev gcc musl-dev", ["portaudio"]) with
        {
            IsInFullImages = false,
        },
        Built("dlib", "cmake", "cmake g++ make", "cmake g++ make", ["cmake"]) with
        {
            IsInFullImages = false,
        },
        Built("pygraphviz", "graphviz/cgraph.h", "graphviz graphviz-dev gcc", "graphviz-dev gcc musl-dev", ["graphviz"]) with
        {
            IsInFullImages = false,
        },
    ];

    private static NativePackage OpenCv(string name, string module) =>
        new(name, module, NativeUse.Import, "libGL.so.1")
        {
            Debian = "libgl1 libglib2.0-0",
            Alpine = null,
            Traces = [Graphics],
            IsInFullImages = true,
            Instead = name + "-headless",
        };

    private static NativePackage Called(string name, string module, string program, string debian, string? alpine, string[] traces) =>
        new(name, module, NativeUse.Call, program)
        {
            Debian = debian,
            Alpine = alpine,
            Traces = [traces],
        };

    private static NativePackage Built(string name, string needs, string debian, string alpine, string[] traces) =>
        new(name, "", NativeUse.Build, needs)
        {
            Debian = debian,
            Alpine = alpine,
            Traces = [traces, Compilers],
            IsInFullImages = true,
        };
}
