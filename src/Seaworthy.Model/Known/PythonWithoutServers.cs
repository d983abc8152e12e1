using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Python distributions whose requirements, and what those require, hold none of the servers and workers with which containers start.</summary>
/// <remarks>Source: the distributions' own metadata (<c>Requires-Dist</c>) in the Python Package Index; families are recognised by the beginning of their names.</remarks>
public static class PythonWithoutServers
{
    private static readonly string[] Families =
    [
        "django-",
        "djangorestframework-",
        "drf-",
        "flask-",
        "pytest-",
        "types-",
        "google-",
        "azure-storage-",
        "opentelemetry-",
        "tree-sitter",
    ];

    private static readonly FrozenSet<string> Plain = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "aiohappyeyeballs aiohttp aiosignal annotated-types anthropic async-timeout asgiref attrs autobahn automat backoff blinker boto3 botocore brotli "
            + "cachetools certifi cffi channels channels-redis charset-normalizer cloudinary colorama constantly coverage croniter cssselect cycler defusedxml "
            + "deprecated dj-rest-auth dnspython docker docutils ecdsa et-xmlfile exceptiongroup factory-boy faiss-cpu faker feedparser filelock firebase-admin "
            + "fonttools frozenlist fsspec groq grpcio grpcio-status html5lib httpcore httplib2 huggingface-hub hyperlink idna imageio importlib-metadata "
            + "incremental inflection iniconfig isodate jiter jmespath jsonpatch jsonpointer jsonschema keras kiwisolver kombu langchain langchain-community "
            + "langchain-core langchain-openai langsmith lightgbm lxml mako markdown markdown-it-py matplotlib mccabe mdurl msgpack multidict mypy "
            + "mypy-extensions mysql-connector-python networkx nltk oauthlib openai opencv-contrib-python opencv-python opencv-python-headless packaging paramiko "
            + "pathspec pdfplumber phonenumbers plotly pluggy polars prompt-toolkit propcache proto-plus protobuf psutil py pyarrow pyasn1 pyasn1-modules "
            + "pycodestyle pycparser pyflakes pygments pymupdf pyopenssl pyotp pyparsing pypdf pypdf2 pysocks python-decouple python-docx python-magic "
            + "python-slugify python-telegram-bot python3-openid pytz pywavelets pyyaml-env-tag qrcode razorpay regex reportlab requests requests-oauthlib rsa "
            + "s3transfer safetensors scikit-image scikit-learn scipy seaborn selenium sendgrid sentence-transformers sentencepiece sentry-sdk service-identity "
            + "shapely simplejson six sniffio social-auth-app-django social-auth-core soupsieve spacy sqlalchemy-utils sqlparse statsmodels stripe structlog supabase "
            + "sympy tabulate threadpoolctl tiktoken tokenizers tornado torch torchaudio torchvision tqdm transformers twilio twisted txaio typing-extensions "
            + "typing-inspection tzdata tzlocal uritemplate urllib3 vine virtualenv wcwidth weasyprint webencodings websocket-client wrapt wsproto xgboost yarl "
            + "yfinance zipp zope-interface"
        ).Split(' ')
    );

    /// <summary>Whether none of these distributions (<c>fastapi</c>, <c>celery[redis]</c>) brings a server or worker that is not itself among them.</summary>
    public static bool BringNone(IEnumerable<string> distributions) =>
        distributions.All(name => PythonWithoutClients.BringNone([name]) || Plain.Contains(name) || IsOfFamily(name));

    private static bool IsOfFamily(string name) =>
        !name.Contains('[', StringComparison.Ordinal)
        && name is not ("google-adk" or "flask-appbuilder")
        && Families.Any(family => name.StartsWith(family, StringComparison.Ordinal));
}
