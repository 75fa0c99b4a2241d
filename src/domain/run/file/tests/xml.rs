//! GPX and TCX as programs write them: Garmin Connect, Strava, Suunto, Polar, Runkeeper, phones.

use super::told;

/// A hundred points north along a meridian, 0.0005° or 55.6 m and so many seconds apart.
fn points(from: &str, every: i64, extra: &str) -> String {
    let start: chrono::DateTime<chrono::Utc> = from.parse().unwrap();
    let point = |n: i32| {
        let at = start + chrono::TimeDelta::seconds(every * i64::from(n));
        let at = at.format("%Y-%m-%dT%H:%M:%S.000Z");
        let latitude = 10.0 + 0.0005 * f64::from(n);
        format!(
            "<trkpt lat=\"{latitude:.6}\" lon=\"-74\"><ele>5</ele><time>{at}</time>{extra}</trkpt>"
        )
    };
    (0..=100).map(point).collect()
}

fn gpx(inside: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?>\n<gpx creator=\"x\" version=\"1.1\">{inside}</gpx>")
        .into_bytes()
}

const SIX: &str = "2026-11-24T06:00:00Z";
const RUN: &str = "run 5560 m 2000 s 2026-11-24T06:00:00Z";

#[test]
fn every_program_has_its_way_to_say_a_run() {
    let track = |says: &str, extra: &str| {
        gpx(&format!("<trk>{says}<trkseg>{}</trkseg></trk>", points(SIX, 20, extra)))
    };
    let garmin = "<extensions><ns3:TrackPointExtension><ns3:hr>140</ns3:hr><ns3:cad>85</ns3:cad>\
                  </ns3:TrackPointExtension></extensions>";
    for (says, extra, expect) in [
        ("<name>New York Running</name><type>running</type>", garmin, RUN),
        ("<name>Evening Activity</name><type>9</type>", garmin, RUN),
        ("<name><![CDATA[Running 8/12/13 6:57 pm]]></name>", "", RUN),
        ("<name>Run &amp; coffee</name>", "", RUN),
        ("<name>Run & coffee &c.</name>", "", RUN),
        ("<type>trail_running</type>", "<speed>2.8</speed>", RUN),
        ("<type>VirtualRun</type>", "", RUN),
        ("<type><![CDATA[ Treadmill Running ]]></type>", "", RUN),
        ("<extensions><activity>run</activity></extensions>", "", RUN),
        ("<link href=\"x\"><type>text/html</type></link><type>Running</type>", "", RUN),
        (
            "<name>Route 2026-11-24 6:00am</name>",
            "",
            "ask unsaid 5560 m 2000 s 2026-11-24T06:00:00Z",
        ),
        ("<name>Run then swim</name>", "", "ask unsaid 5560 m 2000 s 2026-11-24T06:00:00Z"),
        ("<type>17</type><name>Morning Run</name>", "", "ride 5560 m 2000 s"),
        ("<type>hiking</type>", "", "hike 5560 m 2000 s"),
        ("<type>10</type>", "", "walk 5560 m 2000 s"),
        ("<type>16</type>", "", "swim 5560 m 2000 s"),
        ("<type>4</type>", "", "hike 5560 m 2000 s"),
        ("<type>other</type><name>Lunch Ride</name>", "", "ride 5560 m 2000 s"),
    ] {
        assert_eq!(told(&track(says, extra)), [expect], "{says}");
    }
    let named = format!(
        "<metadata><name>Afternoon Run</name></metadata><trk><trkseg>{}</trkseg></trk>",
        points(SIX, 20, "")
    );
    assert_eq!(told(&gpx(&named)), [RUN]);
}

#[test]
fn prefixes_and_an_older_gpx_are_read_alike() {
    let inside = format!("<trk><type>run</type><trkseg>{}</trkseg></trk>", points(SIX, 20, ""));
    let old = String::from_utf8(gpx(&inside)).unwrap().replace("1.1", "1.0");
    assert_eq!(told(old.as_bytes()), [RUN]);
    let prefixed = old.replace("</", "</g:").replace('<', "<g:").replace("<g:/g:", "</g:");
    let prefixed = prefixed.replace("<g:?xml", "<?xml");
    assert_eq!(told(prefixed.as_bytes()), [RUN]);
}

#[test]
fn segments_and_tracks_close_together_are_one_run_and_those_hours_apart_two() {
    let segments = |second: &str| {
        gpx(&format!(
            "<trk><type>running</type><trkseg>{}</trkseg><trkseg>{}</trkseg></trk>",
            points(SIX, 20, ""),
            points(second, 20, "")
        ))
    };
    let both = ["run 11119 m 4000 s 2026-11-24T06:00:00Z"];
    let second = |start: &str| format!("run 5560 m 2000 s {start}");
    assert_eq!(told(&segments("2026-11-24T06:40:00Z")), both);
    assert_eq!(told(&segments(SIX)), [RUN], "the same twice counts once");
    let early = "2026-11-23T20:00:00Z";
    assert_eq!(told(&segments(early)), [second(early), RUN.to_owned()]);
    let tracks = |second: &str, kind: &str| {
        gpx(&format!(
            "<trk><type>running</type><trkseg>{}</trkseg></trk>\
             <trk><type>{kind}</type><trkseg>{}</trkseg></trk>",
            points(second, 20, ""),
            points(SIX, 20, "")
        ))
    };
    assert_eq!(
        told(&tracks("2026-11-24T05:20:00Z", "running")),
        ["run 11119 m 4000 s 2026-11-24T05:20:00Z"]
    );
    assert_eq!(
        told(&tracks("2026-11-24T07:20:00Z", "running")),
        [RUN.to_owned(), second("2026-11-24T07:20:00Z")]
    );
    assert_eq!(told(&tracks("2026-11-24T07:20:00Z", "cycling"))[0], "ride 5560 m 2000 s");
}

#[test]
fn distances_in_extensions_and_with_commas_are_read() {
    let point = |n: u32| {
        format!(
            "<trkpt lat=\"0,0\" lon=\"0,0\"><time>2026-11-24T06:{n:02}:00+01:00</time><extensions>\
             <gpxdata:distance>{},5</gpxdata:distance></extensions></trkpt>",
            200 * n
        )
    };
    let points: String = (0..=50).map(point).collect();
    let track = format!("<trk><type>running</type><trkseg>{points}</trkseg></trk>");
    assert_eq!(told(&gpx(&track)), ["run 10001 m 3000 s 2026-11-24T05:00:00Z on 2026-11-24"]);
}

#[test]
fn metres_that_are_none_since_the_start_are_not_taken_for_them() {
    let steps = "<extensions><distance>55.6</distance></extensions>";
    let inside = format!("<trk><type>run</type><trkseg>{}</trkseg></trk>", points(SIX, 20, steps));
    assert_eq!(told(&gpx(&inside)), [RUN]);
}

#[test]
fn what_has_no_times_is_a_route() {
    let route = "<rte><rtept lat=\"1\" lon=\"1\"/></rte>";
    let drawn = "<trk><type>running</type><trkseg><trkpt lat=\"1\" lon=\"1\"/></trkseg></trk>";
    for inside in [route, drawn, ""] {
        assert_eq!(told(&gpx(inside)), ["no times"], "{inside}");
    }
}

#[test]
fn a_file_that_breaks_off_tells_what_comes_before() {
    let whole = gpx(&format!("<trk><type>running</type><trkseg>{}", points(SIX, 20, "")));
    let broken = &whole[..whole.len() - "</gpx>".len()];
    assert_eq!(told(broken), ["cut", RUN]);
    assert_eq!(told(b"<gpx><trk><trkseg>"), ["broken"]);
    assert_eq!(told(b"<gpx><trk></gpx"), ["broken"]);
}

fn tcx(activities: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?><TrainingCenterDatabase xmlns=\"x\">{activities}</TrainingCenterDatabase>")
        .into_bytes()
}

fn lap(start: &str, seconds: &str, metres: &str, track: &str) -> String {
    format!(
        "<Lap StartTime=\"{start}\"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>\
         <DistanceMeters>{metres}</DistanceMeters>{track}</Lap>"
    )
}

#[test]
fn laps_sum_up_and_what_is_blank_is_found_elsewhere() {
    let activity = |sport: &str, laps: &str| {
        tcx(&format!(
            "<Activities><Activity Sport=\"{sport}\"><Id>{SIX}</Id>{laps}</Activity></Activities>"
        ))
    };
    let two = [lap(SIX, "1500.0", "5000.0", ""), lap("2026-11-24T06:25:00Z", "1800", "5000", "")]
        .concat();
    let run = "run 10000 m 3300 s 2026-11-24T06:00:00Z";
    for sport in ["Running", "running", "RUNNING", "Run"] {
        assert_eq!(told(&activity(sport, &two)), [run], "{sport}");
    }
    for (sport, expect) in [
        ("Biking", "ride 10000 m 3300 s"),
        ("Walking", "walk 10000 m 3300 s"),
        ("Other", "ask unsaid 10000 m 3300 s 2026-11-24T06:00:00Z"),
        ("", "ask unsaid 10000 m 3300 s 2026-11-24T06:00:00Z"),
    ] {
        assert_eq!(told(&activity(sport, &two)), [expect], "{sport}");
    }
    let noted = format!("{two}<Notes>Easy run with Sam</Notes>");
    assert_eq!(told(&activity("Other", &noted)), [run]);
    // A Polar that leaves its laps blank.
    let point = |n: u32| {
        format!(
            "<Trackpoint><Time>2026-11-24T06:{n:02}:00Z</Time>\
             <DistanceMeters>{}</DistanceMeters></Trackpoint>",
            200 * n
        )
    };
    let track: String = (0..=50).map(point).collect();
    let blank = lap(SIX, "", "", &format!("<Track>{track}</Track>"));
    assert_eq!(told(&activity("Running", &blank)), ["run 10000 m 3000 s 2026-11-24T06:00:00Z"]);
    // Its start is its lap's, whatever the clock of its points.
    let early =
        blank.replace("StartTime=\"2026-11-24T06:00:00Z\"", "StartTime=\"2026-11-24T05:59:00Z\"");
    assert!(told(&activity("Running", &early))[0].ends_with("05:59:00Z"));
    let absurd = lap(SIX, "NaN", "inf", "");
    assert_eq!(told(&activity("Running", &absurd)), ["no times"]);
}

#[test]
fn a_course_is_no_run_and_a_multisport_session_tells_its_legs() {
    let course = "<Courses><Course><Name>Loop</Name><Track><Trackpoint><Time>2026-11-24T06:00:00Z</Time>\
                  </Trackpoint></Track></Course></Courses>";
    assert_eq!(told(&tcx(course)), ["no activity"]);
    let leg = |sport: &str, start: &str| {
        format!(
            "<Activity Sport=\"{sport}\"><Id>{start}</Id>{}</Activity>",
            lap(start, "1800", "6000", "")
        )
    };
    let legs = format!(
        "<Activities><MultiSportSession><FirstSport>{}</FirstSport><NextSport>{}</NextSport>\
         </MultiSportSession></Activities>",
        leg("Biking", SIX),
        leg("Running", "2026-11-24T06:31:00Z")
    );
    assert_eq!(told(&tcx(&legs)), ["ride 6000 m 1800 s", "run 6000 m 1800 s 2026-11-24T06:31:00Z"]);
}
